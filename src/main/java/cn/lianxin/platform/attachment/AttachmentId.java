package cn.lianxin.platform.attachment;

import java.util.UUID;

/** Names a file. It cannot be guessed, but knowing it is no permission: the room that attached it decides who sees it. */
public record AttachmentId(UUID value) {}

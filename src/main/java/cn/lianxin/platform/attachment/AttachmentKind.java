package cn.lianxin.platform.attachment;

/** How a page shows a file: as a picture, with a player, or as a link. */
public enum AttachmentKind {
    PHOTO,
    RECORDING,
    VIDEO,
    DOCUMENT
}

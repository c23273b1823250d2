package cn.lianxin.api.idempotency;

/**
 * What was answered under a key.
 *
 * @param content of the request, to be compared
 * @param mediaType empty where there was no body
 * @param body locked
 */
record KeptAnswer(String content, int status, String mediaType, byte[] body) {}

package cn.lianxin.platform.outgoing;

import java.util.Map;

/** @param contentType of the body; both may be empty */
public record HttpCall(String method, String url, Map<String, String> headers, String contentType, String body) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }
}

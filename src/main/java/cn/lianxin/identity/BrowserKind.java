package cn.lianxin.identity;

/** In which program somebody signed in; other names hide the same ones. */
public enum BrowserKind {
    WECHAT,
    DINGTALK,
    EDGE,
    FIREFOX,
    CHROME,
    SAFARI,
    OTHER_BROWSER
}

package cn.lianxin.survival;

import java.net.URI;

/** Where a browser goes to: a product, or what distributes to several. */
interface Door {

    /** @param path from the root, with its question mark if it has one */
    URI address(String path);
}

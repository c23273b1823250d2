package cn.lianxin.journey;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What a browser keeps for this site, as somebody reads it who takes it apart; text as UTF-8, each byte a character. */
record Kept(Page page) {

    /** Everything that the databases of this site hold, bytes as they are. */
    private static final String DATABASES = """
            async () => {
                const done = (request) => new Promise((resolve) => { request.onsuccess = () => resolve(request.result); });
                const parts = [];
                const write = (value) => {
                    if (value instanceof CryptoKey) { parts.push(value.extractable ? "EXTRACTABLE" : "key"); return; }
                    if (value instanceof ArrayBuffer) value = new Uint8Array(value);
                    if (ArrayBuffer.isView(value)) { for (const byte of value) parts.push(String.fromCharCode(byte)); return; }
                    if (value && typeof value === "object") { Object.keys(value).forEach((name) => { parts.push(name); write(value[name]); }); return; }
                    parts.push(unescape(encodeURIComponent(String(value))));
                };
                for (const {name} of await indexedDB.databases()) {
                    const database = await done(indexedDB.open(name));
                    for (const store of database.objectStoreNames) (await done(database.transaction(store).objectStore(store).getAll())).forEach(write);
                    database.close();
                }
                return btoa(parts.join(""));
            }
            """;

    private static final String CACHES = """
            async () => {
                const texts = [];
                for (const name of await caches.keys()) {
                    const cache = await caches.open(name);
                    for (const request of await cache.keys()) texts.push(request.url, await (await cache.match(request)).text());
                }
                return texts.join(" ");
            }
            """;

    String inDatabases() {
        return latin(Base64.getDecoder().decode((String) page.evaluate(DATABASES)));
    }

    String inCaches() {
        return (String) page.evaluate(CACHES);
    }

    static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

package cn.lianxin.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.ResourceTransformer;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * The parts of a library for browsers name each other. A browser does not know where a name lies, and a map of names within a page would
 * be a script there, which none of our pages may have: each name is written out as the address that it has here.
 */
class ModuleAddresses implements ResourceTransformer {

    private static final Pattern NAMED = Pattern.compile("(\\bfrom |\\bimport )(['\"])([a-z0-9-]+)\\2");
    private static final String[] WHOLE = {"dist/index.js", "index.js"};

    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        var given = chain.transform(request, resource);
        if (!String.valueOf(given.getFilename()).endsWith(".js")) {
            return given;
        }
        var text = given.getContentAsString(StandardCharsets.UTF_8);
        var written = NAMED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1)
                        + found.group(2)
                        + addresses.computeIfAbsent(found.group(3), ModuleAddresses::address)
                        + found.group(2)));
        return new TransformedResource(given, written.getBytes(StandardCharsets.UTF_8));
    }

    private static String address(String name) {
        var loader = ModuleAddresses.class.getClassLoader();
        try (var about = loader.getResourceAsStream("META-INF/maven/org.webjars.npm/" + name + "/pom.properties")) {
            if (about == null) {
                return name;
            }
            var properties = new Properties();
            properties.load(about);
            var folder = "webjars/" + name + "/" + properties.getProperty("version") + "/";
            for (var file : WHOLE) {
                if (loader.getResource("META-INF/resources/" + folder + file) != null) {
                    return "/" + folder + file;
                }
            }
            return name;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

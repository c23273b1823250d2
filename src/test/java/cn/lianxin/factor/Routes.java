package cn.lianxin.factor;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All addresses of the product with their methods. */
final class Routes {

    private Routes() {}

    static Set<String> of(RequestMappingHandlerMapping mappings) {
        var routes = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getName().startsWith("cn.lianxin.")) {
                for (var pattern : mapping.getPatternValues()) {
                    mapping.getMethodsCondition().getMethods().forEach(verb -> routes.add(verb + " " + pattern));
                }
            }
        });
        return routes;
    }

    /** @param number stands for whatever varies in the address */
    static MockHttpServletRequestBuilder request(String route, String number) {
        var space = route.indexOf(' ');
        var address = route.substring(space + 1)
                .replaceAll("\\{attachment}", "00000000-0000-0000-0000-000000000001")
                .replaceAll("\\{[^/]*}+", number);
        return MockMvcRequestBuilders.request(HttpMethod.valueOf(route.substring(0, space)), address);
    }
}

package cn.lianxin.platform.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** Pages by the name of their template: {@code concern/page} is {@code src/main/jte/concern/page.jte}. */
@Component
class JteViews implements ViewResolver, Ordered {

    private final TemplateEngine engine;
    private final Screens screens;

    JteViews(TemplateEngine engine, Screens screens) {
        this.engine = engine;
        this.screens = screens;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        return name.startsWith("redirect:") || name.startsWith("forward:") ? null : new Page(name + ".jte");
    }

    @Override
    public int getOrder() {
        return 0;
    }

    private final class Page implements View {

        private final String template;

        private Page(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws IOException {
            var parameters = new HashMap<String, @Nullable Object>();
            if (model != null) {
                model.forEach((name, value) -> {
                    if (!name.startsWith("org.springframework.")) {
                        parameters.put(name, value);
                    }
                });
            }
            parameters.put("screen", screens.of(request));
            var output = new Utf8ByteOutput();
            engine.render(template, parameters, output);
            response.setContentType(getContentType());
            if (response.getHeader("Cache-Control") == null) {
                response.setHeader("Cache-Control", "private, no-cache");
            }
            response.setContentLength(output.getContentLength());
            output.writeTo(response.getOutputStream());
        }
    }
}

package cn.lianxin.api.document;

import cn.lianxin.platform.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** The document, for everybody: it tells what there is, and opens nothing. Drawn when first asked for. */
@RestController
class DocumentController {

    static final String BELOW = "/api/v1/";
    static final String HERE = BELOW + "openapi.json";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;
    private final MessageSource messages;
    private final Map<String, byte[]> drawn = new ConcurrentHashMap<>();

    DocumentController(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            MessageSource messages) {
        this.mappings = mappings;
        this.messages = messages;
    }

    @GetMapping(HERE)
    ResponseEntity<byte[]> document(HttpServletRequest request, Locale language) {
        var server = request.getContextPath().isEmpty() ? "/" : request.getContextPath();
        var document = drawn.computeIfAbsent(
                language.getLanguage(),
                _ -> JSON.writeValueAsBytes(new OpenApi(new Words(messages, language)).of(routes(), server)));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag())
                .body(document);
    }

    private List<OpenApi.Route> routes() {
        var routes = new ArrayList<OpenApi.Route>();
        mappings.getObject().getHandlerMethods().forEach((mapping, handler) -> {
            for (var pattern : mapping.getPatternValues()) {
                for (var method : mapping.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith(BELOW) && !pattern.equals(HERE)) {
                        routes.add(new OpenApi.Route(method.name(), pattern, handler));
                    }
                }
            }
        });
        routes.sort(Comparator.comparing(OpenApi.Route::path).thenComparing(OpenApi.Route::method));
        return routes;
    }
}

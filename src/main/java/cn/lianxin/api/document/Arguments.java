package cn.lianxin.api.document;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes the arguments of operations. */
class Arguments implements HandlerMethodArgumentResolver {

    /** A letter of five thousand characters, each of them escaped, and much room. */
    static final int LONGEST_BODY = 256 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(FromBody.class)
                || parameter.hasParameterAnnotation(FromQuery.class)
                || parameter.hasParameterAnnotation(FromFile.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        var request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        if (parameter.hasParameterAnnotation(FromFile.class)) {
            mustBe(MediaType.APPLICATION_OCTET_STREAM, request);
            return request.getInputStream();
        }
        var shape = Shapes.of(parameter.getGenericParameterType());
        return parameter.hasParameterAnnotation(FromQuery.class)
                ? ofQuery(request, (Shape.Thing) shape)
                : Reader.read(body(request), shape, "");
    }

    private static JsonNode body(HttpServletRequest request) throws IOException {
        mustBe(MediaType.APPLICATION_JSON, request);
        var bytes = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new RequestFault(HttpStatus.CONTENT_TOO_LARGE, "", "body-too-large", LONGEST_BODY / 1024);
        }
        try {
            var node = JSON.readTree(bytes);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException broken) {
            throw new RequestFault(HttpStatus.BAD_REQUEST, "", "body-broken");
        }
        throw new RequestFault(HttpStatus.BAD_REQUEST, "", "body-broken");
    }

    private static void mustBe(MediaType wanted, HttpServletRequest request) {
        try {
            var type = request.getContentType();
            if (type != null && wanted.includes(MediaType.parseMediaType(type))) {
                return;
            }
        } catch (InvalidMediaTypeException unclear) {
            throw new RequestFault(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "", "body-type", wanted.toString());
        }
        throw new RequestFault(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "", "body-type", wanted.toString());
    }

    private static Object ofQuery(HttpServletRequest request, Shape.Thing shape) {
        var given = JSON.createObjectNode();
        try {
            request.getParameterMap().forEach((name, values) -> {
                var field = shape.fields().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .map(Shape.Field::shape);
                if (field.filter(Shape.Many.class::isInstance).isPresent()) {
                    var all = given.putArray(name);
                    Arrays.stream(values).map(Arguments::text).forEach(all::add);
                } else if (values.length != 1) {
                    throw RequestFault.parameter(name, "parameter-twice");
                } else {
                    given.set(name, node(text(values[0]), field.orElse(new Shape.Flag())));
                }
            });
            return Reader.read(given, shape, "");
        } catch (RequestFault fault) {
            throw fault.ofParameter();
        }
    }

    /** A name without a value comes along as nothing at all. */
    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static JsonNode node(String text, Shape shape) {
        var nodes = JSON.getNodeFactory();
        return switch (shape) {
            case Shape.Whole _ when text.matches("-?[0-9]{1,18}") -> nodes.numberNode(Long.parseLong(text));
            case Shape.Flag _
            when text.equals("true") || text.equals("false") -> nodes.booleanNode(text.equals("true"));
            default -> nodes.stringNode(text);
        };
    }
}

package cn.lianxin.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What those get who came where they may not yet be: the sign-in page for a page, 401 for a machine and for a form. A
 * form is not sent away, so that going back finds what was typed.
 */
@Component
class SignInFirst implements AuthenticationEntryPoint {

    private final HandlerExceptionResolver refusals;
    private final List<ViewResolver> views;

    SignInFirst(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals, List<ViewResolver> views) {
        this.refusals = refusals;
        this.views = views;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException, ServletException {
        if (wantsJson(request)) {
            refuse(request, response);
        } else if (SessionFilter.due(request) == Due.READING) {
            redirect(comesBack(request) ? thenBack(Due.READING.address(), request) : Due.READING.address(), response);
        } else if (SessionFilter.due(request) != Due.NOTHING) {
            redirect(SessionFilter.due(request).address(), response);
        } else if (comesBack(request)) {
            redirect(thenBack("/sign-in", request), response);
        } else {
            refuse(request, response);
        }
    }

    private static boolean comesBack(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static String thenBack(String address, HttpServletRequest request) {
        var query = request.getQueryString();
        var back = request.getRequestURI() + (query == null ? "" : "?" + query);
        return UriComponentsBuilder.fromPath(address)
                .queryParam("back", "{back}")
                .encode()
                .buildAndExpand(back)
                .toUriString();
    }

    private static void redirect(String address, HttpServletResponse response) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader(HttpHeaders.LOCATION, address);
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws ServletException {
        var refusal = new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        var page = Objects.requireNonNull(refusals.resolveException(request, response, null, refusal));
        if (page.isEmpty()) {
            return;
        }
        response.setStatus(Objects.requireNonNullElse((HttpStatusCode) page.getStatus(), HttpStatus.UNAUTHORIZED)
                .value());
        try {
            view(Objects.requireNonNull(page.getViewName())).render(page.getModel(), request, response);
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private View view(String name) throws Exception {
        for (var resolver : views) {
            var view = resolver.resolveViewName(name, Locale.ROOT);
            if (view != null) {
                return view;
            }
        }
        throw new IllegalStateException("no view " + name);
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("html");
    }
}

package cn.lianxin.application;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a machine's request to its handler only if its token opens it, as {@link RequiresScope} says. */
@Configuration(proxyBeanMethods = false)
class TokenGate implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        TokenFilter.fault(request).ifPresent(fault -> {
            throw fault;
        });
        if (handler instanceof HandlerMethod method) {
            var required = required(method);
            if (required != null) {
                require(required.value(), request);
            }
        }
        return true;
    }

    private static void require(ApplicationScope[] anyOf, HttpServletRequest request) {
        var known = KnownApplication.of(request).orElseThrow(TokenRefused::missing);
        try {
            CurrentActor.set(request, known.actorBy(anyOf));
        } catch (Refusal.NotAllowed missing) {
            throw TokenRefused.scope(KnownApplication.codes(Arrays.asList(anyOf)));
        }
    }

    private static @Nullable RequiresScope required(HandlerMethod method) {
        var ofMethod = method.getMethodAnnotation(RequiresScope.class);
        return ofMethod != null
                ? ofMethod
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresScope.class);
    }
}

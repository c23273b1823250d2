package cn.lianxin.api.idempotency;

import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.RequestFault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses what {@link IdempotencyFilter} found, and an operation that must not be done twice without a key. */
@Configuration(proxyBeanMethods = false)
class IdempotencyGate implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(2);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        IdempotencyFilter.fault(request).ifPresent(fault -> {
            throw fault;
        });
        if (handler instanceof HandlerMethod method) {
            var operation = method.getMethodAnnotation(Operation.class);
            if (operation != null && operation.onlyOnce() && request.getHeader(IdempotencyFilter.HEADER) == null) {
                throw RequestFault.parameter(IdempotencyFilter.HEADER, "idempotency-key-missing");
            }
        }
        return true;
    }
}

package cn.lianxin.api.concern;

import cn.lianxin.api.document.Receipts;
import cn.lianxin.api.document.RequestFault;
import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.KnownApplication;
import cn.lianxin.concern.Receipt;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Makes an application that brings a receipt the holder of that receipt, for this one request. */
@Configuration(proxyBeanMethods = false)
class ReceiptGate implements HandlerInterceptor, WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).order(3);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var brought = request.getHeader(Receipts.HEADER);
        if (brought != null && handler instanceof HandlerMethod method && Receipts.mayCome(method)) {
            var program = KnownApplication.of(request)
                    .filter(known -> known.scopes().contains(ApplicationScope.RECEIPTS))
                    .flatMap(known -> known.actor() instanceof Actor.Application application
                            ? Optional.of(application)
                            : Optional.empty())
                    .orElseThrow(() -> RequestFault.parameter(Receipts.HEADER, "receipt-not-here"));
            var receipt = Receipt.parse(brought)
                    .orElseThrow(() -> RequestFault.parameter(Receipts.HEADER, "receipt-unclear"));
            CurrentActor.set(request, new Actor.ReceiptHolder(receipt.digest(), Optional.of(program)));
        }
        return true;
    }
}

package cn.lianxin.platform.fairness;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.fairness.CountsAs.Cost;
import cn.lianxin.platform.web.CurrentActor;
import cn.lianxin.platform.web.MachinePath;
import cn.lianxin.platform.web.SharedDevice;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Counts each request for whoever makes it, before anything is read or done. Machines are counted by their tokens. */
@Component
class FairnessGate implements HandlerInterceptor {

    private final Shares shares;
    private final Strangers strangers;
    private final Early early;

    FairnessGate(Shares shares, Strangers strangers, Early early) {
        this.shares = shares;
        this.strangers = strangers;
        this.early = early;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !MachinePath.matches(request)) {
            count(costOf(method, request), request, response);
        }
        return true;
    }

    private void count(Cost cost, HttpServletRequest request, HttpServletResponse response) {
        if (cost == Cost.NOTHING) {
            return;
        }
        switch (CurrentActor.of(request)) {
            case Actor.Member member -> own(cost, "person " + member.person().value(), Share.OWN_WRITING);
            case Actor.ReceiptHolder holder -> own(cost, "receipt " + holder.digest(), Share.RECEIPT_WRITING);
            case Actor.Application _, Actor.Clockwork _ -> {}
            case Actor.Visitor _ -> {
                if (SharedDevice.is(request)) {
                    own(cost, "terminal " + SharedDevice.key(request), Share.TERMINAL_WRITING);
                } else {
                    strangers.admit(cost, request, response);
                    early.offer(cost, request);
                }
            }
        }
    }

    private void own(Cost cost, String whose, Share writing) {
        var share = cost == Cost.READING ? Share.OWN_READING : writing;
        if (!shares.take(share, whose)) {
            throw MustWait.own(shares.secondsToWait(share, whose));
        }
    }

    private static Cost costOf(HandlerMethod method, HttpServletRequest request) {
        var said = method.getMethodAnnotation(CountsAs.class);
        if (said != null) {
            return said.value();
        }
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> Cost.READING;
            default -> Cost.STEP;
        };
    }
}

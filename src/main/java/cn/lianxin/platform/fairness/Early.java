package cn.lianxin.platform.fairness;

import cn.lianxin.platform.fairness.CountsAs.Cost;
import cn.lianxin.platform.web.PageTask;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Where an address is busy, a page brings its work along: the device does it while its owner still writes. */
@Component
class Early {

    private final Strangers strangers;
    private final Tasks tasks;

    Early(Strangers strangers, Tasks tasks) {
        this.strangers = strangers;
        this.tasks = tasks;
    }

    void offer(Cost cost, HttpServletRequest request) {
        if (cost == Cost.READING && request.getMethod().equals("GET") && strangers.isBusy(request)) {
            PageTask.bringAlong(request, tasks.fresh(Neighbourhood.of(request)).toString());
        }
    }
}

package cn.lianxin.raising;

import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.Receipt;
import cn.lianxin.identity.ReceiptSessions;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The way back with a receipt alone, from any telephone. */
@Controller
class ReceiptController {

    private final ConcernLists lists;
    private final ReceiptSessions sessions;

    ReceiptController(ConcernLists lists, ReceiptSessions sessions) {
        this.lists = lists;
        this.sessions = sessions;
    }

    @GetMapping("/receipt")
    ModelAndView ask() {
        return page("", Faults.none());
    }

    @PostMapping("/receipt")
    ModelAndView open(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        var rows = Receipt.parse(code).map(this::openedBy).orElse(java.util.List.of());
        if (rows.isEmpty()) {
            var page = page(code, Faults.none().add("code", "receipt-unknown"));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        sessions.open(Receipt.parse(code).orElseThrow().digest(), request, response);
        var address = rows.size() == 1 ? "/concerns/" + rows.getFirst() : "/concerns";
        return LocalAddress.seeOther(address);
    }

    private java.util.List<String> openedBy(Receipt receipt) {
        return lists.own(Optional.empty(), new Actor.ReceiptHolder(receipt.digest())).rows().stream()
                .map(row -> row.number())
                .toList();
    }

    private static ModelAndView page(String code, Faults faults) {
        return new ModelAndView("raising/receipt").addObject("code", code).addObject("faults", faults);
    }
}

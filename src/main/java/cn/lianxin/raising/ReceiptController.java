package cn.lianxin.raising;

import cn.lianxin.concern.ConcernLists;
import cn.lianxin.concern.Receipt;
import cn.lianxin.concern.ReceiptWords;
import cn.lianxin.identity.ReceiptSessions;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
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
        return page("", "", Faults.none());
    }

    @PostMapping("/receipt")
    ModelAndView open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            var receipt = receipt(code.isBlank() ? words : code);
            var rows = openedBy(receipt);
            if (rows.isEmpty()) {
                throw unknown();
            }
            sessions.open(receipt.digest(), request, response);
            return LocalAddress.seeOther(rows.size() == 1 ? "/concerns/" + rows.getFirst() : "/concerns");
        } catch (Refusal.Violation violation) {
            var field = code.isBlank() && !words.isBlank() ? "words" : "code";
            var faults = Faults.none()
                    .add(field, violation.code(), violation.arguments().toArray());
            var page = page(code, words, faults);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    /** Digits or words in either field: who has one of them does not ask which box it belongs into. */
    private static Receipt receipt(String typed) {
        return ReceiptWords.areIn(typed)
                ? ReceiptWords.read(typed)
                : Receipt.parse(typed).orElseThrow(ReceiptController::unknown);
    }

    private static Refusal.Violation unknown() {
        return new Refusal.Violation("code", "receipt-unknown");
    }

    private List<String> openedBy(Receipt receipt) {
        return lists.own(Optional.empty(), new Actor.ReceiptHolder(receipt.digest())).rows().stream()
                .map(row -> row.number())
                .toList();
    }

    private static ModelAndView page(String code, String words, Faults faults) {
        return new ModelAndView("raising/receipt")
                .addObject("code", code)
                .addObject("words", words)
                .addObject("faults", faults);
    }
}

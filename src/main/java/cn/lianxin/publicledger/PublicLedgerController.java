package cn.lianxin.publicledger;

import cn.lianxin.identity.ApprovingLine;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.promise.Matters;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 公开台账: for whoever comes by, signed in or not. */
@Controller
@RequestMapping("/public-ledger")
class PublicLedgerController {

    private final PublicEntries entries;
    private final Withheld withheld;
    private final Deciding deciding;
    private final Matters matters;

    PublicLedgerController(PublicEntries entries, Withheld withheld, Deciding deciding, Matters matters) {
        this.entries = entries;
        this.withheld = withheld;
        this.deciding = deciding;
        this.matters = matters;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String after,
            Actor actor) {
        var chosen =
                unit.matches("[0-9]{1,18}") ? Optional.of(new UnitId(Long.parseLong(unit))) : Optional.<UnitId>empty();
        return new ModelAndView("publicledger/ledger")
                .addObject("unit", chosen.map(UnitId::value).orElse(0L))
                .addObject("month", month.matches("[0-9]{4}-[0-9]{2}") ? month : "")
                .addObject("units", entries.units())
                .addObject("months", entries.months())
                .addObject("page", entries.list(chosen, month, after))
                .addObject("decides", ApprovingLine.isAnyOf(actor));
    }

    @GetMapping("/{entry:[0-9]{1,18}}")
    ModelAndView show(@PathVariable long entry, Actor actor) {
        var shown = entries.find(entry);
        if (shown.isEmpty()) {
            return gone(entry);
        }
        return new ModelAndView("publicledger/entry")
                .addObject("shown", shown.get())
                .addObject("pictures", entries.pictures(entry))
                .addObject("matter", matters.get(shown.get().matter()))
                .addObject("keeps", deciding.keeps(entry, actor));
    }

    /** The picture, or the page that says that it is gone. */
    @GetMapping("/{entry:[0-9]{1,18}}/pictures/{place:[1-3]}")
    Object picture(@PathVariable long entry, @PathVariable int place) {
        if (entries.find(entry).isEmpty()) {
            return gone(entry);
        }
        return PictureController.answer(entries.picture(entry, place).orElseThrow(Refusal.NotFound::new));
    }

    private ModelAndView gone(long entry) {
        var page = new ModelAndView("publicledger/gone").addObject("gravestone", entries.gravestone(entry));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    @GetMapping("/withheld")
    ModelAndView withheld() {
        return new ModelAndView("publicledger/withheld").addObject("report", withheld.report());
    }
}

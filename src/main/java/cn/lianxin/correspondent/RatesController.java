package cn.lianxin.correspondent;

import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Refusal;
import cn.lianxin.kernel.Role;
import cn.lianxin.newsroom.Channels;
import cn.lianxin.organization.Directory;
import cn.lianxin.platform.web.Faults;
import cn.lianxin.platform.web.LocalAddress;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What is paid, in versions. */
@Controller
@RequestMapping("/correspondents/rates")
class RatesController {

    private final RateTables tables;
    private final SettingRates setting;
    private final Channels channels;
    private final Directory directory;

    RatesController(RateTables tables, SettingRates setting, Channels channels, Directory directory) {
        this.tables = tables;
        this.setting = setting;
        this.channels = channels;
        this.directory = directory;
    }

    @GetMapping
    ModelAndView show(Actor actor) {
        return page(Map.of(), Faults.none(), Keepers.keeper(actor));
    }

    @PostMapping
    ModelAndView set(@RequestParam Map<String, String> typed, Actor actor) {
        var by = Keepers.keeper(actor);
        try {
            setting.set(typed, by);
            return LocalAddress.seeOther("/correspondents/rates");
        } catch (Refusal.Violation violation) {
            var page = page(typed, Faults.of(violation), by);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    private ModelAndView page(Map<String, String> typed, Faults faults, Actor.Member by) {
        return new ModelAndView("correspondent/rates")
                .addObject("versions", tables.around(Keepers.ids(by)))
                .addObject("channels", channels.all())
                .addObject(
                        "units",
                        by.unitsAs(Role.CHIEF_EDITOR).stream()
                                .distinct()
                                .map(directory::unit)
                                .toList())
                .addObject("typed", typed)
                .addObject("faults", faults);
    }
}

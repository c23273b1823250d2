package cn.lianxin.identity;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.UnitId;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes the page of slips; it is kept nowhere, not in the browser's cache either. */
@Component
class Slips {

    private final Directory directory;
    private final String configuredAddress;

    Slips(Directory directory, @Value("${lianxin.address:}") String configuredAddress) {
        this.directory = directory;
        this.configuredAddress = configuredAddress;
    }

    /** @param remaining how many more people wait for a slip */
    ModelAndView page(Map<PersonId, String> passwords, int remaining, String back, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return new ModelAndView("identity/slips")
                .addObject("slips", slips(passwords))
                .addObject("remaining", remaining)
                .addObject("address", address())
                .addObject("back", back);
    }

    private List<Slip> slips(Map<PersonId, String> passwords) {
        var paths = new HashMap<UnitId, String>();
        var slips = new ArrayList<Slip>();
        passwords.forEach((person, password) -> {
            PersonCard card = directory.person(person);
            var unit = card.unit()
                    .map(id -> paths.computeIfAbsent(id, directory::pathName))
                    .orElse("");
            slips.add(new Slip(unit, card.name(), card.staffNumber(), password));
        });
        return slips;
    }

    private String address() {
        return configuredAddress.isBlank()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                : configuredAddress;
    }
}

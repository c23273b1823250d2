package cn.lianxin.open311;

import cn.lianxin.open311.Part.Fields;
import cn.lianxin.open311.Part.Items;
import cn.lianxin.open311.Part.Text;
import cn.lianxin.platform.web.Enterprise;
import cn.lianxin.platform.web.Screen;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where this interface is and what it speaks. Services follow the tree of units, so clients look again every day. */
@Controller
class DiscoveryController {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

    private final Enterprise enterprise;
    private final Sentences sentences;
    private final Clock clock;

    DiscoveryController(Enterprise enterprise, Sentences sentences, Clock clock) {
        this.enterprise = enterprise;
        this.sentences = sentences;
        this.clock = clock;
    }

    @GetMapping({"/open311/discovery", "/open311/discovery.xml", "/open311/discovery.json"})
    ResponseEntity<byte[]> discovery(HttpServletRequest request, Locale language) {
        var changeset = LocalDate.ofInstant(clock.instant(), Screen.ZONE) + " 00:00";
        var formats = List.of(new Text("text/xml"), new Text("application/json"));
        var endpoint = Fields.none()
                .with("specification", SPECIFICATION)
                .with("url", Endpoint.of(request).address())
                .with("changeset", changeset)
                .with("type", "production")
                .with("formats", new Items("format", formats));
        return new Answer(
                        "discovery",
                        Fields.none()
                                .with("changeset", changeset)
                                .with("contact", sentences.say(language, "open311.contact", enterprise.name()))
                                .with("key_service", sentences.say(language, "open311.key-service"))
                                .with("endpoints", new Items("endpoint", List.of(endpoint))))
                .as(Format.of(request));
    }
}

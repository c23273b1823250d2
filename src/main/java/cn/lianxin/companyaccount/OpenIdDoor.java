package cn.lianxin.companyaccount;

import cn.lianxin.identity.CompanyDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

@Component
@ConditionalOnProperty("lianxin.openid.issuer")
class OpenIdDoor implements CompanyDoor {

    static final String ADDRESS = "/sign-in/company";
    static final String OVER = ADDRESS + "/over";

    @Override
    public String address() {
        return ADDRESS;
    }

    @Override
    public Optional<String> afterSignOut(HttpServletRequest request, HttpServletResponse response) {
        var came = BrowserMark.CAME.read(request);
        came.ifPresent(_ -> BrowserMark.CAME.clear(request, response));
        return came.map(_ -> OVER);
    }
}

package cn.lianxin.api.document;

import cn.lianxin.application.ApplicationScope;
import cn.lianxin.application.RequiresScope;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;

/** The header in which an application brings the receipt of whoever stands before it. */
public final class Receipts {

    public static final String HEADER = "Lianxin-Receipt";

    private Receipts() {}

    /** Whether this is open to whoever holds a receipt. */
    public static boolean mayCome(HandlerMethod method) {
        var required = method.getMethodAnnotation(RequiresScope.class);
        return required != null && Arrays.asList(required.value()).contains(ApplicationScope.RECEIPTS);
    }
}

package cn.lianxin.journey;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.util.function.Consumer;

/** Nothing leaves the installation, nothing is missing, and the browser has nothing to complain about. */
record Watch(String home, Consumer<String> fault) {

    static void over(BrowserContext context, String home, Consumer<String> fault) {
        var watch = new Watch(home, fault);
        context.onRequest(watch::requested);
        context.onResponse(watch::answered);
        context.onConsoleMessage(watch::complained);
        context.onWebError(error -> fault.accept("script error: " + error.error()));
    }

    private void requested(Request request) {
        var address = request.url();
        if (!address.startsWith(home + "/") && !address.startsWith("data:") && !address.startsWith("blob:")) {
            fault.accept("leaves the installation: " + address);
        }
    }

    /** A page may refuse; what a page is made of may not. */
    private void answered(Response response) {
        if (response.status() >= 500
                || response.status() >= 400 && !response.request().isNavigationRequest()) {
            fault.accept("answered " + response.status() + ": " + response.url());
        }
    }

    private void complained(ConsoleMessage message) {
        var refused = message.text().startsWith("Failed to load resource: the server responded with a status of 4");
        if (message.type().equals("error") && !refused) {
            fault.accept("console: " + message.text());
        }
    }
}

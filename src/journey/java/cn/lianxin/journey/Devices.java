package cn.lianxin.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.context.MessageSource;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Phones and desktops, each with a memory of its own. */
final class Devices {

    private final Browser browser;
    private final MessageSource messages;
    private final String home;
    private final List<Walk> walks = new ArrayList<>();

    private Devices(Browser browser, MessageSource messages, String home) {
        this.browser = browser;
        this.messages = messages;
        this.home = home;
    }

    /** The address of the installation. */
    String home() {
        return home;
    }

    /** A cheap phone. */
    Walk phone(Face face) {
        return walk(
                face,
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    Walk phone() {
        return phone(Face.CHINESE);
    }

    Walk desktop(Face face) {
        return walk(face, new Browser.NewContextOptions().setViewportSize(1440, 900));
    }

    Walk desktop() {
        return desktop(Face.CHINESE);
    }

    Walk walk(Face face, Browser.NewContextOptions options) {
        var context =
                browser.newContext(options.setJavaScriptEnabled(face.script).setLocale("zh-CN"));
        context.setDefaultTimeout(20_000);
        var walk = new Walk(context, messages, home, face);
        walks.add(walk);
        return walk;
    }

    private void photograph(String name) {
        for (var i = 0; i < walks.size(); i++) {
            walks.get(i).photograph(Path.of("target", "journeys", name + "-" + i + ".png"));
        }
    }

    private boolean metFaults() {
        return walks.stream().anyMatch(walk -> !walk.faults().isEmpty());
    }

    private void assertNoFaults() {
        assertThat(walks.stream().flatMap(walk -> walk.faults().stream()).distinct())
                .as("what was wrong on the pages passed")
                .isEmpty();
    }

    /** Gives each test its devices; afterwards asks them what they met, and keeps a picture where the test failed. */
    static final class Provider implements ParameterResolver, AfterEachCallback {

        private static final Namespace NAMESPACE = Namespace.create(Devices.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Devices.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            var heard = context.getRequiredTestClass().isAnnotationPresent(WithMicrophone.class);
            var chromium = Objects.requireNonNull(context.getRoot()
                    .getStore(NAMESPACE)
                    .computeIfAbsent(
                            heard ? WithMicrophone.class : Chromium.class,
                            _ -> heard ? Chromium.startWithMicrophone() : Chromium.start(),
                            Chromium.class));
            var spring = SpringExtension.getApplicationContext(context);
            var home = "http://localhost:" + spring.getEnvironment().getProperty("local.server.port");
            var devices = new Devices(chromium.browser(), spring, home);
            context.getStore(NAMESPACE).put(Devices.class, devices);
            return devices;
        }

        @Override
        public void afterEach(ExtensionContext context) {
            var devices = context.getStore(NAMESPACE).get(Devices.class, Devices.class);
            if (devices == null) {
                return;
            }
            var failed = context.getExecutionException().isPresent();
            if (failed || devices.metFaults()) {
                devices.photograph(context.getRequiredTestMethod().getName());
            }
            devices.walks.forEach(Walk::end);
            if (!failed) {
                devices.assertNoFaults();
            }
        }
    }
}

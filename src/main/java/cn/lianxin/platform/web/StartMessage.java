package cn.lianxin.platform.web;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** On the console at every start: the address, how to sign in, where the data lies, how to stop. */
@Component
class StartMessage {

    private final Environment environment;
    private final List<StartPart> parts;

    StartMessage(Environment environment, List<StartPart> parts) {
        this.environment = environment;
        this.parts = parts;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        var port = environment.getProperty("local.server.port");
        if (port != null) {
            System.out.println(text(port));
        }
    }

    private String text(String port) {
        var message = new StringBuilder("\n连心已启动，请用浏览器打开 · Lianxin has started; open in a browser:\n");
        var scheme = environment.containsProperty("server.ssl.bundle") ? "https" : "http";
        Stream.concat(told(), hosts())
                .distinct()
                .map(host -> "  " + scheme + "://" + host + ":" + port + "/\n")
                .forEach(message::append);
        message.append('\n');
        var said = parts.stream().flatMap(part -> part.lines().stream()).toList();
        if (said.isEmpty()) {
            message.append("用工号和密码登录；忘了密码，找管理员重置。\n")
                    .append("Sign in with staff number and password; an administrator resets a forgotten one.\n");
        }
        said.forEach(line -> message.append(line).append('\n'));
        return message.append("\n数据在 · Data lies in: ")
                .append(whereDataLies())
                .append("\n停止请按 Ctrl-C · Ctrl-C stops it.\n")
                .toString();
    }

    private String whereDataLies() {
        var data = Path.of(environment.getProperty("lianxin.data", "data"))
                .toAbsolutePath()
                .normalize();
        var own = environment.getProperty("spring.datasource.url", "embedded");
        return own.equals("embedded") ? data.toString() : own.replaceAll("//[^/@]*@|\\?.*", "//") + " · " + data;
    }

    /** The names that it was told to answer to. */
    private Stream<String> told() {
        return Arrays.stream(environment.getProperty("lianxin.hosts", "").split(","))
                .map(String::strip)
                .filter(host -> !host.isEmpty());
    }

    /** Whoever opened it to other machines wants to know how they reach it. */
    private Stream<String> hosts() {
        var configured = environment.getProperty("server.address", "127.0.0.1");
        try {
            var address = InetAddress.getByName(configured);
            if (address.isAnyLocalAddress()) {
                return Stream.concat(
                        Stream.of("localhost"),
                        NetworkInterface.networkInterfaces()
                                .flatMap(NetworkInterface::inetAddresses)
                                .filter(InetAddress::isSiteLocalAddress)
                                .map(InetAddress::getHostAddress));
            }
            return Stream.of(address.isLoopbackAddress() ? "localhost" : configured);
        } catch (UnknownHostException | SocketException unknown) {
            return Stream.of(configured);
        }
    }
}

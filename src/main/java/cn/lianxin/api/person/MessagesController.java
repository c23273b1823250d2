package cn.lianxin.api.person;

import static cn.lianxin.application.ApplicationScope.SELF;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.PageCursor;
import cn.lianxin.api.document.Rows;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.notification.Inbox;
import cn.lianxin.platform.notification.InboxMessage;
import cn.lianxin.platform.web.Screen;
import cn.lianxin.platform.web.Screens;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the person was told. */
@RestController
@RequestMapping("/api/v1/inbox")
class MessagesController {

    record From(Optional<String> after) {}

    record MessageItem(long id, String sentence, Instant at, boolean read) {}

    /** @param unread up to 99; 100 stands for more */
    record Unread(int unread) {}

    /** @param upTo the newest that he has seen */
    record SeenUpTo(long upTo) {}

    private final Inbox inbox;
    private final Screens screens;

    MessagesController(Inbox inbox, Screens screens) {
        this.inbox = inbox;
        this.screens = screens;
    }

    @GetMapping
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    Rows<MessageItem> listMessages(
            @FromQuery From from, HttpServletRequest request, HttpServletResponse response, Actor actor) {
        var after = PageCursor.read(from.after(), inner -> Optional.of(inner).filter(it -> it.matches("[0-9]{1,18}")));
        var screen = screens.of(request);
        var page = inbox.page(MeController.member(actor).person(), after);
        return Rows.of(page, message -> item(message, screen), request, response);
    }

    @GetMapping("/unread")
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    Unread countUnread(Actor actor) {
        return new Unread(inbox.unread(MeController.member(actor).person()));
    }

    @PostMapping("/{message}/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    void readMessage(@PathVariable String message, Actor actor) {
        inbox.open(Ids.of(message), MeController.member(actor).person());
    }

    @PostMapping("/reading")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.PERSON)
    @RequiresScope(SELF)
    void readMessages(@FromBody SeenUpTo asked, Actor actor) {
        inbox.markRead(MeController.member(actor).person(), asked.upTo());
    }

    private static MessageItem item(InboxMessage message, Screen screen) {
        return new MessageItem(message.id(), message.sentence(screen), message.at(), message.read());
    }
}

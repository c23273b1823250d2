package cn.lianxin.disclosure;

import cn.lianxin.concern.Mine;
import cn.lianxin.concern.Receipt;
import cn.lianxin.kernel.Actor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;

/** The notice board of a mine of its own: a district writes, its leader and a supervisor approve. */
final class Board {

    static final String PAY = "pay-distribution";
    static final String OTHER = "other";

    final Mine mine;
    final Notices notices;
    final Objections objections;
    final Writing writing;
    final WritingPages pages;
    final Approving approving;
    final Objecting objecting;
    final Ending ending;

    Board(ApplicationContext context, Mine mine) {
        this.mine = mine;
        this.notices = context.getBean(Notices.class);
        this.objections = context.getBean(Objections.class);
        this.writing = context.getBean(Writing.class);
        this.pages = context.getBean(WritingPages.class);
        this.approving = context.getBean(Approving.class);
        this.objecting = context.getBean(Objecting.class);
        this.ending = context.getBean(Ending.class);
    }

    /** Written by the district's handler and submitted. */
    long submitted(String duty, String title, String body, String pasted) {
        var number = writing.begin(mine.district, mine.mine, duty, "", mine.handler);
        write(number, title, body, pasted);
        writing.submit(number, mine.handler);
        return number;
    }

    void write(long number, String title, String body, String pasted) {
        pages.save(
                number, new WritingPages.Typed(title, body, pasted), Optional.empty(), false, List.of(), mine.handler);
    }

    void upload(long number, String title, String name, byte[] table) {
        pages.save(
                number,
                new WritingPages.Typed(title, "", ""),
                Optional.of(new MockMultipartFile("table", name, "application/octet-stream", table)),
                false,
                List.of(),
                mine.handler);
    }

    long published(String duty, String title, String body, String pasted) {
        var number = submitted(duty, title, body, pasted);
        approving.approve(number, 1, false, mine.leader);
        return number;
    }

    void corrected(long number, String title, String body, String pasted, boolean closesEarlier) {
        writing.beginAgain(number, Version.Kind.CORRECTION, "算错了一行", closesEarlier, mine.handler);
        write(number, title, body, pasted);
        writing.submit(number, mine.handler);
        approving.approve(number, notices.get(number).inWork().orElseThrow().place(), false, mine.leader);
    }

    void withdrawn(long number, boolean closesEarlier) {
        writing.beginAgain(number, Version.Kind.WITHDRAWAL, "整张表都算错了", closesEarlier, mine.handler);
        approving.approve(number, notices.get(number).inWork().orElseThrow().place(), false, mine.leader);
    }

    Receipt objected(long number, String words, boolean named, Actor by) {
        return objecting.object(number, words, named, UUID.randomUUID().toString(), by);
    }

    Objection last(long number) {
        return objections.to(number).getLast();
    }

    static byte[] csv(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

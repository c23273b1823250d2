package cn.lianxin.newsroom;

import cn.lianxin.identity.Village;
import cn.lianxin.kernel.Actor;
import cn.lianxin.kernel.Grant;
import cn.lianxin.kernel.PersonId;
import cn.lianxin.kernel.Role;
import cn.lianxin.kernel.UnitId;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A mine with an author and editors of its own. */
public final class Paper {

    public final UnitId mine;
    public final UnitId district;
    public final Actor.Member author;
    public final Actor.Member worker;
    public final Actor.Member editor;
    public final Actor.Member secondEditor;
    public final Actor.Member section;
    public final Actor.Member chief;
    /** An editor of another mine. */
    public final Actor.Member elsewhere;

    public Paper(Village village) {
        mine = village.mine();
        district = village.district(mine);
        author = new Actor.Member(village.worker(district), "张写", List.of());
        worker = new Actor.Member(village.worker(district), "李看", List.of());
        editor = holder(village, Role.EDITOR, mine, "王编");
        secondEditor = holder(village, Role.EDITOR, mine, "周编");
        section = holder(village, Role.SECTION_EDITOR, mine, "陈责");
        chief = holder(village, Role.CHIEF_EDITOR, mine, "郑总");
        elsewhere = holder(village, Role.EDITOR, village.mine(), "外编");
    }

    private static Actor.Member holder(Village village, Role role, UnitId unit, String name) {
        PersonId person = village.holder(role, unit);
        return new Actor.Member(person, name, List.of(new Grant(role, unit)));
    }

    public static byte[] picture(int shade) {
        var image = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(new Color(shade, 80, 60));
        canvas.fillRect(0, 0, 64, 48);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}

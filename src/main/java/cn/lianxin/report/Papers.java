package cn.lianxin.report;

import cn.lianxin.platform.web.Words;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reports on paper: PDF/A with its letters inside, so that it prints alike on every machine and in twenty years. */
@Component
class Papers {

    private static final String FONT = "Noto Sans SC";
    private static final int NORMAL_WEIGHT = 400;

    private final TemplateEngine templates;

    Papers(TemplateEngine templates) {
        this.templates = templates;
    }

    /** A4. */
    byte[] report(LaidOut report, Words words) {
        return paper("report/paper.jte", "paper.css", Map.of("report", report, "words", words));
    }

    /** A3 across, for the notice board. */
    byte[] sheet(LaidOut report, Words words) {
        return paper("report/board.jte", "board.css", Map.of("report", report, "words", words));
    }

    private byte[] paper(String template, String style, Map<String, Object> model) {
        var page = new StringOutput();
        templates.render(template, model, page);
        var styled = page.toString().replace("</head>", "<style>" + text(style) + "</style></head>");
        var paper = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(() -> resource("NotoSansSC-Regular.ttf"), FONT, NORMAL_WEIGHT, FontStyle.NORMAL, true);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withHtmlContent(styled, null);
        builder.toStream(paper);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return paper.toByteArray();
    }

    private static String text(String name) {
        try (var in = resource(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        var found = Papers.class.getResourceAsStream(name);
        if (found == null) {
            throw new IllegalStateException(name + " is missing");
        }
        return found;
    }
}

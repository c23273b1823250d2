package cn.lianxin.platform.paper;

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
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lays out a template with a style of its own. */
@Component
public class Paper {

    private static final String FONT = "Noto Sans SC";
    private static final String LETTERS = "NotoSansSC-Regular.ttf";
    private static final int NORMAL_WEIGHT = 400;

    private final TemplateEngine templates;

    Paper(TemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * A PDF.
     *
     * @param template a whole page with a {@code </head>}
     * @param style that says how large the paper is; the letters are called {@code Noto Sans SC}
     */
    public byte[] of(String template, String style, Map<String, Object> model) {
        var page = new StringOutput();
        templates.render(template, model, page);
        var styled = page.toString().replace("</head>", "<style>" + style + "</style></head>");
        var paper = new ByteArrayOutputStream();
        var builder = new PdfRendererBuilder();
        builder.useFont(Paper::letters, FONT, NORMAL_WEIGHT, FontStyle.NORMAL, true);
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

    private static InputStream letters() {
        var found = Paper.class.getResourceAsStream(LETTERS);
        if (found == null) {
            throw new IllegalStateException(LETTERS + " is missing");
        }
        return found;
    }
}

package cn.lianxin.correspondent;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.platform.paper.Paper;
import cn.lianxin.platform.web.Enterprise;
import cn.lianxin.platform.web.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 用稿证书: how many pieces of a correspondent came out in a month or a year that is over, and which rank that is. */
@Component
class Certificates {

    /** @param of how many correspondents have a rank */
    record Certificate(String enterprise, String name, String unit, Period period, long pieces, int rank, long of) {}

    private static final String STYLE = """
            @page { size: 297mm 210mm; margin: 18mm; }
            body { font-family: "Noto Sans SC"; font-size: 16pt; line-height: 1.7; color: #1c1f23; text-align: center; }
            .frame { border: 2pt solid #2d3136; padding: 12mm 18mm; }
            h1 { font-size: 2.2em; font-weight: normal; margin: 0 0 4mm 0; }
            p { margin: 0 0 4mm 0; }
            .name { font-size: 1.8em; }
            .text { text-align: left; }
            .foot { text-align: right; margin-top: 10mm; font-size: 0.9em; }
            .small { font-size: 0.7em; color: #4a4f55; }
            """;

    private final Contributions contributions;
    private final Paper paper;
    private final Enterprise enterprise;

    Certificates(Contributions contributions, Paper paper, Enterprise enterprise) {
        this.contributions = contributions;
        this.paper = paper;
        this.enterprise = enterprise;
    }

    /** Conflict while the period runs, and where nothing came out in it. */
    Certificate of(Files.File file, Period period, LocalDate today) {
        if (!period.isOver(today)) {
            throw new Refusal.Conflict("contribution-certificate-runs");
        }
        var ranked = contributions.byPerson(period, Optional.empty(), Integer.MAX_VALUE).stream()
                .filter(person -> person.rank().isPresent())
                .toList();
        return ranked.stream()
                .filter(person -> person.person().equals(file.person()))
                .findFirst()
                .map(person -> new Certificate(
                        enterprise.name(),
                        file.name(),
                        file.unitName(),
                        period,
                        person.count().out(),
                        person.rank().orElseThrow(),
                        ranked.size()))
                .orElseThrow(() -> new Refusal.Conflict("contribution-certificate-nothing"));
    }

    byte[] paper(Certificate certificate, LocalDate today, Words words) {
        return paper.of(
                "correspondent/certificate.jte",
                STYLE,
                Map.of("certificate", certificate, "today", today, "words", words));
    }
}

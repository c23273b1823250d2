package cn.lianxin.privacy;

import cn.lianxin.kernel.PersonId;
import cn.lianxin.platform.retention.DataKind;
import cn.lianxin.platform.retention.DataKinds;
import cn.lianxin.platform.retention.KeptData;
import cn.lianxin.platform.retention.OwnFile;
import cn.lianxin.platform.retention.OwnTable;
import cn.lianxin.platform.web.Screen;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that the rooms keep of one person, by kind. */
@Component
class OwnData {

    /** @param tables only those in which there is something */
    record Part(DataKind kind, List<OwnTable> tables) {
        Part {
            tables = List.copyOf(tables);
        }

        int rows() {
            return tables.stream().mapToInt(table -> table.rows().size()).sum();
        }
    }

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private final DataKinds kinds;
    private final List<KeptData> kept;

    OwnData(DataKinds kinds, List<KeptData> kept) {
        this.kinds = kinds;
        this.kept = List.copyOf(kept);
    }

    @Transactional(readOnly = true)
    List<Part> of(PersonId person) {
        return kinds.all().stream()
                .map(kind -> new Part(
                        kind,
                        kept.stream()
                                .filter(data -> data.kind().equals(kind.code()))
                                .flatMap(data -> data.of(person).stream())
                                .filter(table -> !table.rows().isEmpty())
                                .toList()))
                .filter(part -> !part.tables().isEmpty())
                .toList();
    }

    /** A moment as the enterprise's clock shows it; everything else as it is kept. */
    static String shown(String cell, Screen screen) {
        return MOMENT.matcher(cell).matches() ? screen.moment(Instant.parse(cell)) : cell;
    }

    void files(PersonId person, OwnFile.Taker taker) {
        kept.forEach(data -> data.files(person, taker));
    }
}

package cn.lianxin.publicledger;

import cn.lianxin.organization.NamedPeople;
import cn.lianxin.platform.identifying.Identifying;
import cn.lianxin.platform.identifying.Kind;
import cn.lianxin.platform.identifying.Piece;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Marks in a text what tells who somebody is: what is recognized anywhere, and the names and numbers of the roster. */
@Component
class Marking {

    private static final String TITLES = "师傅|队长|班长|区长|矿长|科长|主任|书记|经理|组长|同志";

    /** @param kind where these words tell who somebody is */
    record Part(String words, Optional<Kind> kind) {}

    private final NamedPeople people;

    Marking(NamedPeople people) {
        this.people = people;
    }

    List<Piece> in(String text) {
        var found = new ArrayList<Piece>();
        people.namesIn(text, TITLES)
                .forEach(name -> places(text, name, Kind.NAME).forEach(found::add));
        people.staffNumbersIn(text)
                .forEach(number -> places(text, number, Kind.NUMBER).forEach(found::add));
        var known = List.copyOf(found);
        Identifying.in(text).stream()
                .filter(one -> known.stream().noneMatch(other -> one.from() < other.to() && other.from() < one.to()))
                .forEach(found::add);
        found.sort(Comparator.comparingInt(Piece::from));
        return List.copyOf(found);
    }

    /** The whole text in its order. */
    List<Part> parts(String text) {
        var parts = new ArrayList<Part>();
        var at = 0;
        for (var piece : in(text)) {
            if (piece.from() >= at) {
                parts.add(new Part(text.substring(at, piece.from()), Optional.empty()));
                parts.add(new Part(piece.words(), Optional.of(piece.kind())));
                at = piece.to();
            }
        }
        parts.add(new Part(text.substring(at), Optional.empty()));
        return parts.stream().filter(part -> !part.words().isEmpty()).toList();
    }

    /** With other words in place of each: what the desk begins to write with. */
    String without(String text) {
        var left = new StringBuilder();
        parts(text)
                .forEach(part -> left.append(part.kind().map(Marking::instead).orElse(part.words())));
        return left.toString();
    }

    private static String instead(Kind kind) {
        return switch (kind) {
            case NAME, NICKNAME -> "某人";
            case PHONE -> "（电话略）";
            case ID -> "（证号略）";
            case BANK, ACCOUNT -> "（账号略）";
            case PLATE -> "（车牌略）";
            case DORMITORY -> "某间宿舍";
            case CREW -> "某班组";
            case NUMBER -> "（编号略）";
        };
    }

    /** Wherever it stands, also in another case. */
    private static Stream<Piece> places(String text, String sought, Kind kind) {
        var pieces = new ArrayList<Piece>();
        for (var at = 0; at + sought.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, sought, 0, sought.length())) {
                pieces.add(new Piece(kind, at, at + sought.length(), text.substring(at, at + sought.length())));
            }
        }
        return pieces.stream();
    }
}

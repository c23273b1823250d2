package cn.lianxin.api.organization;

import static cn.lianxin.application.ApplicationScope.ORGANIZATION;
import static cn.lianxin.application.ApplicationScope.ORGANIZATION_READ;

import cn.lianxin.api.document.FromBody;
import cn.lianxin.api.document.FromQuery;
import cn.lianxin.api.document.Operation;
import cn.lianxin.api.document.PageCursor;
import cn.lianxin.api.document.Rows;
import cn.lianxin.api.document.Topic;
import cn.lianxin.application.RequiresScope;
import cn.lianxin.kernel.Actor;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.Employment;
import cn.lianxin.organization.HiringInto;
import cn.lianxin.organization.MemberRow;
import cn.lianxin.organization.NewPerson;
import cn.lianxin.organization.NewUnit;
import cn.lianxin.organization.Sight;
import cn.lianxin.organization.Structuring;
import cn.lianxin.organization.Today;
import cn.lianxin.organization.UnitCard;
import cn.lianxin.organization.UnitKind;
import cn.lianxin.organization.UnitRow;
import cn.lianxin.organization.UnitRows;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tree of units: looked through, and changed. */
@RestController
@RequestMapping("/api/v1/units")
class UnitsController {

    record Wanted(Optional<String> words) {}

    record From(Optional<String> after) {}

    /** @param units that stand anywhere below it */
    record UnitItem(String code, String name, UnitKind kind, long units, long people) {

        static UnitItem of(UnitRow row) {
            return new UnitItem(row.code(), row.name(), row.kind(), row.units(), row.people());
        }
    }

    record UnitItems(List<UnitItem> items) {}

    record OneUnit(
            String code,
            String name,
            String shortName,
            UnitKind kind,
            boolean stands,
            Optional<String> parent,
            List<UnitItem> children) {}

    record MemberItem(String staffNumber, String name, String title, boolean leads, boolean main, LocalDate from) {

        static MemberItem of(MemberRow row) {
            return new MemberItem(row.staffNumber(), row.name(), row.title(), row.leads(), row.main(), row.from());
        }
    }

    record UnitToFound(String code, UnitKind kind, String name, Optional<String> shortName) {}

    record UnitName(UnitKind kind, String name, Optional<String> shortName) {}

    record UnitParent(String parent) {}

    /** @param successor code of the unit that takes over its people and its work */
    record Dissolution(String successor, LocalDate on) {}

    record PersonToHire(
            String staffNumber,
            String name,
            Employment employment,
            Optional<String> phone,
            String title,
            boolean leads,
            LocalDate from) {}

    private static final int FOUND_AT_MOST = 50;

    private final Sight sight;
    private final Directory directory;
    private final UnitRows rows;
    private final Structuring structuring;
    private final HiringInto hiring;
    private final Today today;

    UnitsController(
            Sight sight, Directory directory, UnitRows rows, Structuring structuring, HiringInto hiring, Today today) {
        this.sight = sight;
        this.directory = directory;
        this.rows = rows;
        this.structuring = structuring;
        this.hiring = hiring;
        this.today = today;
    }

    @GetMapping
    @Operation(Topic.ORGANIZATION)
    @RequiresScope({ORGANIZATION_READ, ORGANIZATION})
    UnitItems listUnits(@FromQuery Wanted wanted, Actor actor) {
        var administered = sight.administered(actor);
        var found = wanted.words().isPresent()
                ? rows.search(administered, wanted.words().get(), FOUND_AT_MOST)
                : rows.of(administered);
        return new UnitItems(found.stream().map(UnitItem::of).toList());
    }

    @GetMapping("/{code}")
    @Operation(Topic.ORGANIZATION)
    @RequiresScope({ORGANIZATION_READ, ORGANIZATION})
    OneUnit showUnit(@PathVariable String code, Actor actor) {
        var unit = sight.unit(code, actor);
        var parent = unit.parent().filter(above -> sight.covers(above, actor)).map(directory::unit);
        return new OneUnit(
                unit.code(),
                unit.name(),
                unit.shortName(),
                unit.kind(),
                directory.stands(unit.id()),
                parent.map(UnitCard::code),
                rows.children(unit.id()).stream().map(UnitItem::of).toList());
    }

    @GetMapping("/{code}/members")
    @Operation(Topic.ORGANIZATION)
    @RequiresScope({ORGANIZATION_READ, ORGANIZATION})
    Rows<MemberItem> listMembers(
            @PathVariable String code,
            @FromQuery From from,
            HttpServletRequest request,
            HttpServletResponse response,
            Actor actor) {
        var unit = sight.unit(code, actor);
        var after = PageCursor.read(from.after(), Optional::of).orElse("");
        return Rows.of(rows.members(unit.id(), after), MemberItem::of, request, response);
    }

    @PostMapping("/{code}/children")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void foundUnit(@PathVariable String code, @FromBody UnitToFound asked, Actor actor) {
        var parent = sight.unit(code, actor);
        structuring.found(
                new NewUnit(
                        asked.code(),
                        asked.kind(),
                        asked.name(),
                        asked.shortName().orElse(""),
                        Optional.of(parent.id()),
                        today.date()),
                actor);
    }

    @PostMapping("/{code}/name")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void renameUnit(@PathVariable String code, @FromBody UnitName asked, Actor actor) {
        var unit = sight.unit(code, actor);
        structuring.rename(
                unit.id(), asked.kind(), asked.name(), asked.shortName().orElse(""), actor);
    }

    @PostMapping("/{code}/parent")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void moveUnit(@PathVariable String code, @FromBody UnitParent asked, Actor actor) {
        var unit = sight.unit(code, actor);
        structuring.move(unit.id(), sight.named("parent", asked.parent(), actor), actor);
    }

    @PostMapping("/{code}/dissolution")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void dissolveUnit(@PathVariable String code, @FromBody Dissolution asked, Actor actor) {
        var unit = sight.unit(code, actor);
        structuring.dissolve(unit.id(), sight.named("successor", asked.successor(), actor), asked.on(), actor);
    }

    @PostMapping("/{code}/people")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(Topic.ORGANIZATION)
    @RequiresScope(ORGANIZATION)
    void hirePerson(@PathVariable String code, @FromBody PersonToHire asked, Actor actor) {
        var unit = sight.unit(code, actor);
        hiring.hire(
                new NewPerson(
                        asked.staffNumber(),
                        asked.name(),
                        asked.employment(),
                        asked.phone().orElse("")),
                unit.id(),
                asked.title(),
                asked.leads(),
                asked.from(),
                actor);
    }
}

package cn.lianxin.personnel;

import cn.lianxin.kernel.Actor;
import cn.lianxin.platform.spreadsheet.Row;
import java.util.List;

/** Turns the rows of one kind of ledger into steps and faults, changing nothing yet. */
sealed interface RowImport permits UnitImport, PeopleImport {

    ImportPlan plan(List<Row> rows, ColumnMapping mapping, Actor by);
}

package cn.lianxin.desk;

import cn.lianxin.casework.CaseForms;
import cn.lianxin.concern.CaseFile;
import cn.lianxin.concern.ConcernQueue;
import cn.lianxin.concern.ConcernRow;
import cn.lianxin.kernel.Page;
import java.util.List;
import java.util.Optional;

/**
 * A list and the case that is open beside it.
 *
 * @param bench whose list it is; empty for the rows behind a figure
 * @param left number of a case that has just left the list
 */
record WorkPage(
        Optional<Workbench> bench,
        Listing listing,
        List<Tab> tabs,
        Page<ConcernRow> rows,
        Optional<Opened> opened,
        Optional<String> left) {

    /** A queue and how many rows stand behind it. */
    record Tab(ConcernQueue queue, String address, long count, boolean current) {}

    /**
     * The open case.
     *
     * @param back where its forms lead
     */
    record Opened(CaseFile file, CaseForms forms, String back) {}

    boolean isOpen(ConcernRow row) {
        return opened.filter(one -> one.file().number().toString().equals(row.number()))
                .isPresent();
    }

    /** The queue that is looked at, none while something is searched for. */
    Optional<Tab> current() {
        return tabs.stream().filter(Tab::current).findFirst();
    }
}

package cn.lianxin.personnel;

import cn.lianxin.platform.web.Screen;
import java.util.List;

/**
 * Why a row cannot be imported.
 *
 * @param row its number in the spreadsheet
 * @param content what stands in the cell
 * @param code of the sentence {@code refusal.<code>}
 */
record ImportFault(int row, ImportColumn column, String content, String code, List<Object> arguments) {

    String sentence(Screen screen) {
        return screen.say("refusal." + code, arguments.toArray());
    }
}

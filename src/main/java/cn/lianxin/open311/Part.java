package cn.lianxin.open311;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an answer before it becomes XML or JSON. The two forms follow from one another by the Spark convention: a list
 * is an element around equal ones, and an array; a field is an element of its own, and a member.
 */
sealed interface Part {

    /** Empty text is an empty element, and {@code null}. */
    record Text(String value) implements Part {}

    record Flag(boolean value) implements Part {}

    record Figure(long value) implements Part {}

    /** @param each name of every element */
    record Items(String each, List<? extends Part> parts) implements Part {
        public Items {
            parts = List.copyOf(parts);
        }
    }

    record Field(String name, Part part) {}

    record Fields(List<Field> fields) implements Part {
        public Fields {
            fields = List.copyOf(fields);
        }

        static Fields none() {
            return new Fields(List.of());
        }

        Fields with(String name, Part part) {
            var more = new ArrayList<>(fields);
            more.add(new Field(name, part));
            return new Fields(more);
        }

        Fields with(String name, String text) {
            return with(name, new Text(text));
        }

        Fields with(String name, boolean flag) {
            return with(name, new Flag(flag));
        }

        Fields with(String name, long figure) {
            return with(name, new Figure(figure));
        }
    }
}

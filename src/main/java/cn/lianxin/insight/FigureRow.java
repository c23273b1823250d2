package cn.lianxin.insight;

import java.util.List;

/**
 * The figures of one part of a group.
 *
 * @param key the unit's number, {@code 2026-07}, {@code E}, {@code U3} or {@code PAGE}
 */
public record FigureRow(String key, Group group, List<Figure> figures) {

    public FigureRow {
        figures = List.copyOf(figures);
    }

    public Figure figure(Indicator indicator) {
        return figures.stream()
                .filter(figure -> figure.indicator() == indicator)
                .findFirst()
                .orElseThrow();
    }
}

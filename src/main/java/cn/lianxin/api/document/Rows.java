package cn.lianxin.api.document;

import cn.lianxin.kernel.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * One page of a list.
 *
 * @param next for the parameter {@code after}, empty at the end
 */
public record Rows<R>(List<R> items, Optional<String> next) {

    /** Tells the address of the next page in the header {@code Link} too. */
    public static <S, R> Rows<R> of(
            Page<S> page, Function<S, R> row, HttpServletRequest request, HttpServletResponse response) {
        var next = page.next().map(PageCursor::of);
        next.ifPresent(cursor -> {
            var address = ServletUriComponentsBuilder.fromRequest(request)
                    .replaceQueryParam("after", cursor)
                    .build()
                    .toUriString();
            response.setHeader(HttpHeaders.LINK, "<" + address + ">; rel=\"next\"");
        });
        return new Rows<>(page.rows().stream().map(row).toList(), next);
    }
}

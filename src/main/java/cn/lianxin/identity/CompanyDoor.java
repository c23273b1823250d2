package cn.lianxin.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** Another way in beside number and password: the company says who somebody is. This room shows it; another one opens it. */
public interface CompanyDoor {

    /** The page of ours at which it begins. */
    String address();

    /** Where somebody goes on who came in by it with this browser and has just signed out. */
    Optional<String> afterSignOut(HttpServletRequest request, HttpServletResponse response);
}

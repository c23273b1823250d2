package cn.lianxin.identity;

import cn.lianxin.kernel.Refusal;
import cn.lianxin.organization.Directory;
import cn.lianxin.organization.PersonCard;
import cn.lianxin.platform.audit.SecurityEvent;
import cn.lianxin.platform.audit.SecurityLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets in whom a {@link CompanyDoor} has made sure of. Only the roster knows people: nobody becomes one by coming here. */
@Component
public class SigningInByCompany {

    private final Directory directory;
    private final StoredAccounts accounts;
    private final LettingIn lettingIn;
    private final SecurityLog security;

    SigningInByCompany(Directory directory, StoredAccounts accounts, LettingIn lettingIn, SecurityLog security) {
        this.directory = directory;
        this.accounts = accounts;
        this.lettingIn = lettingIn;
        this.security = security;
    }

    /**
     * Opens a session or begins the second step.
     *
     * @param staffNumber as the company has it, to the letter
     * @param strong whether the company has asked for more than a password, and this installation trusts it in that
     * @return where he goes on
     * @throws Refusal.Violation {@code company-account-unknown} for strangers, leavers, and accounts that are closed or
     *     whose password lies here
     */
    public String signIn(
            String staffNumber, boolean strong, String back, HttpServletRequest request, HttpServletResponse response) {
        var account = directory
                .personByStaffNumber(staffNumber)
                .filter(card -> card.leftOn().isEmpty())
                .map(PersonCard::id)
                .flatMap(accounts::find)
                .filter(known -> known.byCompany() && !known.closed());
        if (account.isEmpty()) {
            security.record(SecurityEvent.Kind.SIGN_IN_FAILED, Optional.empty(), request);
            throw new Refusal.Violation("", "company-account-unknown");
        }
        security.record(SecurityEvent.Kind.COMPANY_VOUCHED, account.map(Account::person), request);
        return lettingIn.letIn(account.get(), strong, back, request, response);
    }
}

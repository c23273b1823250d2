package cn.lianxin.shape;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import cn.lianxin.Lianxin;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What turns words into deeds stays where it was looked at, or out of the house. */
class DangerousCallsTest {

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(Lianxin.class);

    /** PostgreSQL's own programs, with arguments that nobody types. */
    private static final ArchRule PROGRAMS = noClasses()
            .that()
            .resideOutsideOfPackage("cn.lianxin.platform.database")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ProcessBuilder.class, Process.class)
            .orShould()
            .callMethodWhere(
                    target(owner(JavaClass.Predicates.type(Runtime.class))).and(target(name("exec"))));

    private static final ArchRule INTERPRETERS = noClasses()
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "javax.script..",
                    "javax.naming..",
                    "java.rmi..",
                    "javax.xml.xpath..",
                    "org.springframework.expression..",
                    "sun.misc..",
                    "java.lang.foreign.."))
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(ObjectInputStream.class, java.beans.XMLDecoder.class, javax.crypto.SealedObject.class);

    /** Pauses between attempts; the invented enterprise, and the order in which texts are learnt, which have to be the same each time. */
    private static final ArchRule CHANCE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "cn.lianxin.platform.outbox",
                    "cn.lianxin.demo",
                    "cn.lianxin.platform.classification",
                    "cn.lianxin.evaluation")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ThreadLocalRandom.class)
            .orShould()
            .callConstructorWhere(target(owner(JavaClass.Predicates.type(Random.class))))
            .orShould()
            .callMethodWhere(
                    target(owner(JavaClass.Predicates.type(Math.class))).and(target(name("random"))));

    @Test
    void no_program_is_started_but_the_databases_own() {
        PROGRAMS.check(PRODUCT);
    }

    @Test
    void nothing_that_was_typed_is_looked_up_evaluated_or_brought_to_life() {
        INTERPRETERS.check(PRODUCT);
    }

    @Test
    void what_must_not_be_guessed_is_never_left_to_a_chance_that_can_be_computed() {
        CHANCE.check(PRODUCT);
    }

    @Test
    void the_checks_would_notice() {
        var reckless = new ClassFileImporter().importClasses(Reckless.class);

        for (var rule : new ArchRule[] {PROGRAMS, INTERPRETERS, CHANCE}) {
            assertThat(rule.evaluate(reckless).hasViolation())
                    .as(rule.toString())
                    .isTrue();
        }
    }

    /** Does what nobody may. */
    private static final class Reckless {
        @SuppressWarnings("unused")
        Object everything(java.io.InputStream in) throws Exception {
            Runtime.getRuntime().exec(new String[] {"true"});
            return new ObjectInputStream(in).readObject().toString() + new Random().nextInt();
        }
    }
}

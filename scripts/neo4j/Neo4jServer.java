import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.connectors.ConnectorPortRegister;
import org.neo4j.configuration.connectors.ConnectorType;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * Serves one Neo4j over Bolt, from the embedded API: Neo4jServer [--until-stdin-closes] HOME
 * Settings are read from HOME/conf/neo4j.conf. The password of the user neo4j of a new HOME comes from the environment
 * variable HEARSAY_NEO4J_PASSWORD, so that no list of processes shows it. Says "READY PORT" on standard output once it
 * can be asked.
 */
public final class Neo4jServer {
    /** How long a shutdown may take before the process ends without it; what was committed is on disk either way. */
    private static final long PATIENCE_MS = 20_000;

    public static void main(String[] arguments) throws IOException {
        boolean untilClosed = false;
        Path home = null;
        for (String argument : arguments) {
            if (argument.equals("--until-stdin-closes")) untilClosed = true;
            else home = Path.of(argument);
        }
        // Watched from the start, so that whoever dies while this is starting leaves nothing behind.
        if (untilClosed) endWhenClosed(System.in);
        DatabaseManagementService service = new DatabaseManagementServiceBuilder(home)
                .loadPropertiesFromFile(home.resolve("conf").resolve("neo4j.conf"))
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        setFirstPassword(service.database("system"), System.getenv("HEARSAY_NEO4J_PASSWORD"));
        System.out.println("READY " + port((GraphDatabaseAPI) service.database("neo4j")));
    }

    /** A new home has the user neo4j with a password that must be changed before anything else is allowed. */
    private static void setFirstPassword(GraphDatabaseService system, String password) {
        boolean isFirst = system.executeTransactionally(
                "SHOW USERS YIELD user, passwordChangeRequired WHERE user = 'neo4j' AND passwordChangeRequired RETURN user",
                Map.of(),
                rows -> rows.hasNext());
        if (!isFirst) return;
        system.executeTransactionally(
                "ALTER USER neo4j SET PLAINTEXT PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password));
    }

    private static int port(GraphDatabaseAPI database) {
        ConnectorPortRegister ports = database.getDependencyResolver().resolveDependency(ConnectorPortRegister.class);
        return ports.getLocalAddress(ConnectorType.BOLT).getPort();
    }

    private static void endWhenClosed(InputStream input) {
        daemon(() -> {
            try {
                while (input.read() >= 0) continue;
            } catch (IOException closed) {
                // As good as closed.
            }
            daemon(() -> {
                pause(PATIENCE_MS);
                Runtime.getRuntime().halt(1);
            });
            System.exit(0);
        });
    }

    private static void daemon(Runnable body) {
        Thread thread = new Thread(body);
        thread.setDaemon(true);
        thread.start();
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

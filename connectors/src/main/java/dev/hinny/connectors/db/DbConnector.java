package dev.hinny.connectors.db;

import dev.hinny.runtime.api.ConnectorProvider;
import dev.hinny.runtime.api.ErrorType;
import dev.hinny.runtime.api.Operation;
import dev.hinny.runtime.api.element.ElementType;
import java.util.List;

/** The namespace of relational databases. */
public final class DbConnector implements ConnectorProvider {
    @Override
    public String prefix() {
        return "db";
    }

    @Override
    public String uri() {
        return "http://www.mulesoft.org/schema/mule/db";
    }

    @Override
    public List<ElementType> elements() {
        return List.of(
                new ElementType.Configuration<>(
                        "config", DbParameters.class, Database.class, "A database.", Database::of),
                operation(
                        "select", QueryParameters.Select.class, "Gives the rows of a query.", SelectOperation::of),
                operation(
                        "query-single",
                        QueryParameters.Select.class,
                        "Gives the first row of a query.",
                        SelectOperation::single),
                operation("insert", QueryParameters.Change.class, "Inserts rows.", ChangeOperation::of),
                operation("update", QueryParameters.Change.class, "Updates rows.", ChangeOperation::of),
                operation("delete", QueryParameters.Change.class, "Deletes rows.", ChangeOperation::delete),
                operation(
                        "bulk-insert", QueryParameters.Bulk.class, "Inserts a row for each item.", BulkOperation::of),
                operation(
                        "bulk-update",
                        QueryParameters.Bulk.class,
                        "Runs an update for each item.",
                        BulkOperation::of),
                operation(
                        "bulk-delete",
                        QueryParameters.Bulk.class,
                        "Runs a delete for each item.",
                        BulkOperation::of),
                operation(
                        "stored-procedure",
                        QueryParameters.Procedure.class,
                        "Calls a procedure.",
                        ProcedureOperation::of),
                operation("execute-ddl", QueryParameters.Ddl.class, "Changes the schema.", DdlOperation::of),
                operation("execute-script", QueryParameters.Script.class, "Runs a script.", ScriptOperation::of),
                new ElementType.SourceType<>(
                        "listener", RowListener.Parameters.class, "Starts the flow for new rows.", RowListener::of));
    }

    private static <P extends Record> ElementType operation(
            String name, Class<P> parameters, String description, ElementType.Factory<P, Operation> factory) {
        return new ElementType.OperationType<>(name, parameters, description, DbErrors.ALL, factory);
    }

    @Override
    public List<ErrorType> errorTypes() {
        return DbErrors.ALL;
    }
}

/** Excel workbooks ({@code .xlsx}): sheets as keys, rows as objects; read and written row by row. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.excel;

/** Tests of Excel workbooks. */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.excel;

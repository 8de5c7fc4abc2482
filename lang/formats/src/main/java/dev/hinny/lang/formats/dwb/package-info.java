/**
 * A compact binary form of values, with all that they carry. A document is the four bytes {@code D W B 1} and one value.
 *
 * <p>A value is a byte that names its kind ({@link dev.hinny.lang.formats.dwb.Tag}), with the high bit set when metadata
 * follows, then that metadata (a number of properties; each a text and a value), then the content:
 *
 * <ul>
 *   <li>numbers are LEB128: seven bits a byte, the lowest first; signed ones as zigzag;
 *   <li>text and bytes are their length in bytes and the bytes, text as UTF-8;
 *   <li>an array is its items up to the byte 0, an object its keys and values up to a key 0;
 *   <li>a key is the number of one that came before, from 2 on, or 1 and a new one: its text, a byte that says whether a
 *       namespace (two texts) and attributes (an object's content) follow, and these. Keys with attributes get no number.
 * </ul>
 */
@org.jspecify.annotations.NullMarked
package dev.hinny.lang.formats.dwb;

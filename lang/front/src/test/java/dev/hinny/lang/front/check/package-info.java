@org.jspecify.annotations.NullMarked
package dev.hinny.lang.front.check;

/** What control plane and data plane say to each other: records without logic, and the documents that describe the API. */
@org.jspecify.annotations.NullMarked
package dev.hinny.plane.contract;

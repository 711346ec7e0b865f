/** What stands before a library of this name, so that it is not loaded. Of ours nothing imports it. */
package javax.media.jai;

/** A vendor's product. */
module com.vendor.app {
    requires io.coaching.json;
}

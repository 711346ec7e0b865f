<?xml version="1.0" encoding="UTF-8"?><sld:StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:sld="http://www.opengis.net/sld" xmlns:gml="http://www.opengis.net/gml" xmlns:ogc="http://www.opengis.net/ogc" version="1.0.0">
  <sld:UserLayer>
    <sld:LayerFeatureConstraints>
      <sld:FeatureTypeConstraint/>
    </sld:LayerFeatureConstraints>
    <sld:UserStyle>
      <sld:Name>Default Styler</sld:Name>
      <sld:IsDefault>1</sld:IsDefault>
      <sld:FeatureTypeStyle>
        <sld:Name>name</sld:Name>
        <sld:FeatureTypeName>Feature</sld:FeatureTypeName>
        <sld:SemanticTypeIdentifier>generic:geometry</sld:SemanticTypeIdentifier>
        <sld:SemanticTypeIdentifier>simple</sld:SemanticTypeIdentifier>
        <sld:Rule>
          <sld:Name>near</sld:Name>
          <ogc:Filter>
            <ogc:PropertyIsBetween>
              <ogc:PropertyName>people</ogc:PropertyName>
              <ogc:LowerBoundary><ogc:Literal>0</ogc:Literal></ogc:LowerBoundary>
              <ogc:UpperBoundary><ogc:Add><ogc:Literal>400</ogc:Literal><ogc:Literal>100</ogc:Literal></ogc:Add></ogc:UpperBoundary>
            </ogc:PropertyIsBetween>
          </ogc:Filter>
          <sld:MaxScaleDenominator>1.0E7</sld:MaxScaleDenominator>
          <sld:PointSymbolizer>
            <sld:Geometry><ogc:PropertyName>the_geom</ogc:PropertyName></sld:Geometry>
            <sld:Graphic>
              <sld:ExternalGraphic>
                <sld:OnlineResource xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" xlink:href="http://example.org/flood.svg"/>
                <sld:Format>image/svg+xml</sld:Format>
              </sld:ExternalGraphic>
              <sld:Mark>
                <sld:WellKnownName>ttf://Webdings#0x0064</sld:WellKnownName>
                <sld:Fill><sld:CssParameter name="fill">#D7191C</sld:CssParameter><sld:CssParameter name="fill-opacity">1.0</sld:CssParameter></sld:Fill>
              </sld:Mark>
              <sld:Opacity>1.0</sld:Opacity>
              <sld:Size><ogc:Div><ogc:PropertyName>people</ogc:PropertyName><ogc:Literal>10</ogc:Literal></ogc:Div></sld:Size>
              <sld:Rotation><ogc:Literal>0.0</ogc:Literal></sld:Rotation>
            </sld:Graphic>
          </sld:PointSymbolizer>
        </sld:Rule>
        <sld:Rule>
          <ogc:Filter><ogc:Intersects><ogc:PropertyName>the_geom</ogc:PropertyName><gml:Point><gml:coordinates>1,2</gml:coordinates></gml:Point></ogc:Intersects></ogc:Filter>
          <sld:PointSymbolizer><sld:Graphic><sld:Mark><sld:WellKnownName>star</sld:WellKnownName><sld:Fill><sld:CssParameter name="fill">#00FF00</sld:CssParameter></sld:Fill></sld:Mark><sld:Size>20</sld:Size></sld:Graphic></sld:PointSymbolizer>
        </sld:Rule>
      </sld:FeatureTypeStyle>
    </sld:UserStyle>
  </sld:UserLayer>
</sld:StyledLayerDescriptor>
